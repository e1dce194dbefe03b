"""Where one may find one's home: communities, buildings, rooms; never whose. R12.2."""

from models.listing import Code, Key, Listing, Sort, Whole, by_code, contains

COMMUNITIES = Listing(
    "c.id, c.code, c.name, c.address, c.street, c.manager_name",
    "community c",
    "",
    {"code": by_code("c.code")},
    {"q": contains("q", "c.name", "c.code", "c.address")},
)
BUILDINGS = Listing(
    "b.id, b.code, b.name, b.kept_per, (SELECT count(*) FROM home h"
    " JOIN unit u ON u.id = h.unit_id WHERE u.building_id = b.id) AS homes",
    "building b",
    "",
    {"code": by_code("b.code")},
    {"q": contains("q", "b.name", "b.code")},
    always="b.community_id = {community_id}",
    needs=("community_id",),
)
# Rooms as people count them: 201 comes before 1001.
ROOMS = Listing(
    "h.id, u.name AS unit, h.room, h.use",
    "home h JOIN unit u ON u.id = h.unit_id",
    "h.id",
    {
        "room": Sort(
            (Key("u.code", Code), Key("length(h.room)", Whole), Key("h.room", Code)), down=False
        )
    },
    # As people write it: 101, 1单元101, 1-101.
    {"q": contains("q", "h.room", "u.name || h.room", "replace(u.name, '单元', '-') || h.room")},
    always="u.building_id = {building_id}",
    needs=("building_id",),
)
