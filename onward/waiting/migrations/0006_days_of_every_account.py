from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('waiting', '0005_hands_in_time'),
    ]

    operations = [
        migrations.CreateModel(
            name='Counted',
            fields=[
                ('case', models.CharField(max_length=32, primary_key=True, serialize=False)),
                ('seq', models.IntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='Ledger',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('seq', models.IntegerField(default=0)),
                ('rule', models.IntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='EverAt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case', models.CharField(db_index=True, max_length=32)),
                ('site', models.CharField(max_length=32)),
                ('known', models.BigIntegerField()),
            ],
            options={
                'indexes': [models.Index(fields=['site', 'known'], name='ever_at_site')],
            },
        ),
        migrations.CreateModel(
            name='Stretch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case', models.CharField(db_index=True, max_length=32)),
                ('first', models.IntegerField()),
                ('last', models.IntegerField(null=True)),
                ('site', models.CharField(blank=True, max_length=32)),
                ('step', models.CharField(blank=True, max_length=60)),
                ('since', models.IntegerField(null=True)),
                ('kind', models.CharField(blank=True, max_length=20)),
                ('what', models.CharField(blank=True, max_length=60)),
                ('named', models.BooleanField()),
                ('holder', models.CharField(blank=True, max_length=200)),
                ('name', models.CharField(blank=True, max_length=200)),
                ('office', models.CharField(blank=True, max_length=40)),
                ('late', models.BooleanField(default=False)),
                ('came_from', models.CharField(max_length=60, null=True)),
                ('ended', models.CharField(blank=True, max_length=40)),
            ],
            options={
                'indexes': [models.Index(fields=['site', 'first'], name='stretch_site'), models.Index(condition=models.Q(('came_from__isnull', False)), fields=['first'], name='stretch_moved'), models.Index(condition=models.Q(('last', None)), fields=['site'], name='stretch_now'), models.Index(condition=models.Q(('named', False)), fields=['case'], name='stretch_nobody')],
            },
        ),
    ]
