from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0006_who_noted_a_name'),
    ]

    operations = [
        migrations.AddField(
            model_name='case',
            name='host',
            field=models.CharField(blank=True, default='', max_length=32),
        ),
        # Of those whose custody has ended, a rebuild says who had it.
        migrations.RunSQL('UPDATE cases_case SET host = custody', migrations.RunSQL.noop),
    ]
