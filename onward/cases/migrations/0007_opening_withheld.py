from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0006_who_noted_a_name"),
    ]

    operations = [
        migrations.AddField(
            model_name="opening",
            name="withheld",
            field=models.BooleanField(default=False),
        ),
    ]
