from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0007_who_had_custody_last"),
    ]

    operations = [
        migrations.AddField(
            model_name="opening",
            name="withheld",
            field=models.BooleanField(default=False),
        ),
    ]
