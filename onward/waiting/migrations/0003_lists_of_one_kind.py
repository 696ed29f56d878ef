from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("waiting", "0002_index_of_done")]

    operations = [
        migrations.AddIndex(
            model_name="matter",
            index=models.Index(
                condition=models.Q(("closed_on", None)), fields=["kind", "what", "due_on"], name="matter_what"
            ),
        ),
    ]
