from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('waiting', '0009_whose_each_stretch'),
    ]

    operations = [
        migrations.AddField(
            model_name='matter',
            name='said_by',
            field=models.CharField(blank=True, default='', max_length=32),
        ),
    ]
