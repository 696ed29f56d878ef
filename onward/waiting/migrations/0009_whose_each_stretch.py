from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('waiting', '0008_what_was_known_when'),
    ]

    operations = [
        migrations.AddField(
            model_name='stretch',
            name='whose',
            field=models.CharField(default='nobody', max_length=10),
        ),
    ]
