from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Agreed',
            fields=[
                ('id', models.CharField(max_length=32, primary_key=True, serialize=False)),
                ('stream', models.CharField(db_index=True, max_length=32)),
                ('since', models.DateField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Link',
            fields=[
                ('id', models.CharField(max_length=32, primary_key=True, serialize=False)),
                ('stream', models.CharField(db_index=True, max_length=32)),
                ('other', models.CharField(db_index=True, max_length=32)),
                ('by', models.CharField(max_length=32)),
                ('said_on', models.DateField()),
                ('words', models.CharField(max_length=400)),
                ('matter', models.CharField(max_length=32)),
                ('confirmed_by', models.CharField(blank=True, max_length=32)),
                ('confirmed_on', models.DateField(null=True)),
                ('parted_on', models.DateField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Scored',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('seq', models.IntegerField()),
                ('entry', models.CharField(max_length=32)),
            ],
        ),
        migrations.CreateModel(
            name='Sought',
            fields=[
                ('id', models.CharField(max_length=32, primary_key=True, serialize=False)),
                ('stream', models.CharField(db_index=True, max_length=32)),
                ('folded', models.CharField(max_length=200)),
                ('relation', models.CharField(blank=True, max_length=200)),
                ('said_on', models.DateField()),
                ('matter', models.CharField(blank=True, max_length=32)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Told',
            fields=[
                ('id', models.CharField(max_length=32, primary_key=True, serialize=False)),
                ('stream', models.CharField(db_index=True, max_length=32)),
                ('other', models.CharField(max_length=32)),
                ('sought', models.CharField(blank=True, max_length=32)),
                ('on', models.DateField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Unlike',
            fields=[
                ('id', models.CharField(max_length=32, primary_key=True, serialize=False)),
                ('stream', models.CharField(db_index=True, max_length=32)),
                ('other', models.CharField(db_index=True, max_length=32)),
                ('about', models.CharField(max_length=10)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Likely',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case', models.CharField(db_index=True, max_length=32)),
                ('other', models.CharField(db_index=True, max_length=32)),
                ('about', models.CharField(max_length=10)),
                ('sought', models.CharField(blank=True, max_length=32)),
                ('score', models.FloatField()),
                ('met', models.PositiveSmallIntegerField()),
                ('missing', models.PositiveSmallIntegerField()),
                ('turned', models.BooleanField()),
                ('year', models.FloatField()),
                ('sex', models.FloatField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('case', 'other', 'about', 'sought'), name='likely_once')],
            },
        ),
    ]
