from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0010_looks_for_a_name"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="case",
            name="cases_case_present",
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("ended_on", None)), fields=["site", "arrived_on"], name="case_here_since"
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("ended_on__isnull", False)), fields=["site", "ended_how"], name="case_ended_how"
            ),
        ),
    ]
