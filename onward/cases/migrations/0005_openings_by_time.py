from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0004_challenge_taken_back'),
    ]

    operations = [
        migrations.AddField(
            model_name='opening',
            name='at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='opening',
            name='refused',
            field=models.BooleanField(default=False),
        ),
        migrations.AddIndex(
            model_name='opening',
            index=models.Index(fields=['day', 'id'], name='cases_opening_latest'),
        ),
    ]
