from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='account',
            name='sessions',
            field=models.PositiveIntegerField(default=0),
        ),
    ]
