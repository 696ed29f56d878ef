from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("waiting", "0003_lists_of_one_kind")]

    operations = [
        migrations.AddIndex(
            model_name="matter",
            index=models.Index(condition=models.Q(("closed_on", None)), fields=["kind", "due_on"], name="matter_kind"),
        ),
    ]
