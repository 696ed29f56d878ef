from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0005_openings_by_time'),
    ]

    operations = [
        migrations.AddField(
            model_name='knownname',
            name='by',
            field=models.CharField(blank=True, max_length=32),
        ),
    ]
