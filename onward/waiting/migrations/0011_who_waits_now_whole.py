from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("waiting", "0010_who_said_it_is_owed"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="stretch",
            name="stretch_now",
        ),
        migrations.AddIndex(
            model_name="stretch",
            index=models.Index(
                condition=models.Q(("last", None)),
                fields=["site", "step", "whose", "holder", "office", "name", "since"],
                name="stretch_now_whole",
            ),
        ),
    ]
