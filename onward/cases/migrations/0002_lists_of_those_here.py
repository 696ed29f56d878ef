from django.db import migrations, models

HERE = models.Q(("ended_on", None))


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]

    operations = [
        migrations.AddIndex(
            model_name="case",
            index=models.Index(condition=HERE, fields=["site", "stage", "id"], name="case_here_stage"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(condition=HERE, fields=["stage", "id"], name="case_stage"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=HERE & models.Q(("case_worker", "")), fields=["site", "id"], name="case_unassigned"
            ),
        ),
    ]
