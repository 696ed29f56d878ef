from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0009_caseload")]

    operations = [
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["site", "name"], name="case_site_name"),
        ),
        migrations.CreateModel(
            name="Look",
            fields=[
                ("id", models.CharField(max_length=32, primary_key=True, serialize=False)),
                ("stream", models.CharField(db_index=True, max_length=32)),
                ("where", models.CharField(max_length=10)),
                ("site", models.CharField(blank=True, max_length=32)),
                ("day", models.DateField()),
                ("at", models.DateTimeField()),
                ("beyond", models.BooleanField(default=False)),
            ],
        ),
        migrations.AddIndex(
            model_name="look",
            index=models.Index(fields=["stream", "at"], name="cases_look_by"),
        ),
        migrations.AddIndex(
            model_name="look",
            index=models.Index(condition=models.Q(("beyond", True)), fields=["day"], name="cases_look_beyond"),
        ),
    ]
