"""What is kept about people here, before and after a card is asked for."""

from django.test import Client
from django.urls import reverse

PAGE = reverse("door:see_notice")


def test_it_is_read_without_a_card_and_says_nothing_of_who_reads(programme, settings):
    page = Client().get(PAGE).content.decode()
    assert "What is yours by right" in page
    assert f"{settings.KEEPING.years} years after your stay has ended" in page
    assert reverse("door:tell_oversight") in page


def test_the_door_and_the_residents_own_page_lead_to_it(stay):
    assert PAGE in Client().get(reverse("door:sign_in")).content.decode()
    assert PAGE in stay.lived().browser().get(reverse("door:see_way")).content.decode()
