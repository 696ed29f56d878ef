from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0003_liberty_and_screening'),
    ]

    operations = [
        migrations.AddField(
            model_name='challenge',
            name='withdrawn_on',
            field=models.DateField(null=True),
        ),
    ]
