"""Case names: a neutral adjective and a thing of nature, drawn by lot and never derived from the person.

Left out on purpose: colours, words about a body, a character or a mood, faith, war, beasts of prey, animals that
are anywhere an insult, and everything that could sound like a promise or a threat to someone who may not leave.
"""

import hashlib
import re
from itertools import pairwise

ADJECTIVES = tuple(
    """
    airy alpine amber apt arching artful autumn balanced basking bevelled blooming braided breezy bright
    brimming brisk bubbling budding buoyant calm carved chalky chiming clear climbing cloudless coastal comfy
    coral corded cosy crisp crystal curling curved curving damask dappled dawning daylit deft dewy dotted
    downy early earthy echoing elegant even evening fanned feathered fine firm fleecy floating flowering
    flowing fluent fluted folded fond forest fragrant fresh fringed frosty gathered gentle glassy gleaming
    glinting glossy glowing graceful grained grassy harvest hazy high hillside hilly humming hushed keen
    knitted laced lakeside lapping lattice layered leafy level light lilting linen lively lofty looped lush
    lyric marble mellow midday mild minted mirrored misty moonlit morning mossy moving murmuring musical neat
    nested nimble nodding opal open patterned peaceful pearly pebbled placid plaited pleasant pleated polished
    quaint quick quiet quilted radiant rainy rambling rapid rare reedy restful rhyming ribbed rippling rising
    riverside rolling roomy rounded rural rushing rustic rustling sandy satin scenic scented seaside serene
    shaded sheltered shimmering shining slanting sloping snowy soaring soft solid sound sparkling spiral
    spreading springy starlit starting steady stellar still streaming subtle summer sunlit sunny swaying
    sweeping swift tapered tended threaded thriving tidal tidy timely tinted towering trailing tranquil tufted
    turning twinkling unfolding upland urban vast velvet verdant vivid waking warm waving wavy weathered
    whirling whispering whistling wide winding windswept windy winter wooded woollen woven
    """.split()  # noqa: SIM905 - a block of words is easier to read, and to weed
)

THINGS = tuple(
    """
    acacia acorn agate alder almond aloe anemone apple apricot arbour aspen aster avocado bamboo bank barley
    basil basin bay bayou beach beech berry birch blossom bough boulder branch breeze brook broom bud bulrush
    buttercup butterfly cactus camellia canyon cape caraway cardamom carnation carob cascade cashew cedar
    channel chestnut chive cinnamon citron clearing cliff cloud clove clover coast copse coriander cork
    cornfield cornflower cove cranberry creek crocus cumin current cypress daffodil dahlia daisy dale dell
    delta dew dune elder elm estuary eucalyptus fennel fern field finch fjord flax flint foothill ford
    fountain foxglove freesia gardenia garnet geranium geyser ginkgo glacier glade glen granite
    grass gravel grotto grove harbour hawthorn hazel headland heath heather hedge hibiscus hill horizon
    hyacinth inlet iris island isle ivy jade jasmine juniper kelp kiwi knoll lagoon lake larch larkspur laurel
    lavender leaf ledge lichen lilac lily lime linden lupin magnolia mallow mango maple marigold marjoram
    meadow mesa millet mimosa mint mist moss mountain mulberry myrtle narcissus nectarine nutmeg oak oat
    ocean orange orchard orchid oregano osier papaya parsley pasture path peach pear pearl pebble peony pepper
    petal petunia pine pistachio plateau plum pomelo pond poplar prairie primrose quartz quince reed reef
    ridge rill river rivulet rock rose rosemary rowan saffron sage sandstone sapling savanna seashell sedge
    seed sesame shore shrub sky slate slope snowdrop snowfield sorrel spinney sprout spruce steppe stone
    strand stream sumac summit sunflower swallow sycamore tamarind tangerine tarn tarragon teak terrace
    thicket thistle thyme tide topaz trail tulip tundra turmeric valley vanilla verbena vetch viola violet
    walnut waterfall wave wheat willow wisteria wood woodland wren yarrow yucca zinnia
    """.split()  # noqa: SIM905 - a block of words is easier to read, and to weed
)

_FIRST, _SECOND = frozenset(ADJECTIVES), frozenset(THINGS)


def pick(lot: str) -> str:
    """The case name that a lot draws: Quiet Cedar. The lot is an entry's random id: never anything of the person."""
    drawn = int.from_bytes(hashlib.sha256(lot.encode()).digest()[:8], "big")
    adjective, thing = ADJECTIVES[drawn % len(ADJECTIVES)], THINGS[drawn // len(ADJECTIVES) % len(THINGS)]
    return f"{adjective.capitalize()} {thing.capitalize()}"


def sounds_drawn(text: str) -> bool:
    """Whether a text says two words that a lot could draw as a case name, whether or not anybody has it: to look it up
    would tell who is here."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return any(one in _FIRST and two in _SECOND for one, two in pairwise(words))
