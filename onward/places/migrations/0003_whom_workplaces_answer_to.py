from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0003_what_takes_two'),
        ('places', '0002_accessible_places'),
    ]

    operations = [
        # As a rebuild would: who is under whose umbrella is asked from the first moment.
        migrations.RunSQL(
            'UPDATE access_workplace SET answers_to ='
            ' (SELECT parent FROM places_organisation WHERE places_organisation.id = access_workplace.id)'
            " WHERE what = 'organisation' AND id IN (SELECT id FROM places_organisation)",
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(
            'UPDATE access_workplace SET answers_to ='
            ' (SELECT organisation FROM places_site WHERE places_site.id = access_workplace.id)'
            " WHERE what = 'site' AND id IN (SELECT id FROM places_site)",
            migrations.RunSQL.noop,
        ),
    ]
