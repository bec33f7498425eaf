"""The base populations (số liệu nền) that plans for children share: recorded once, the default denominators of many measures.

A plan lists those it uses. The ages are those of the acts: a child is under 16 (Law on Children 102/2016/QH13, art. 1);
5 to 17 is the range of the child-labour rate (Decision 782/QĐ-TTg); 6 to under 16 that of swimming (Decision 1248/QĐ-TTg).
"""

from __future__ import annotations

from planmonitor.messages import Text
from planmonitor.model.definitions import Population

_CHILDREN = Text("trẻ em", "children")
_PEOPLE = Text("người", "people")

CHILDREN_UNDER_16 = Population("population/children-under-16", Text("Trẻ em (dưới 16 tuổi)", "Children under 16"), _CHILDREN)
CHILDREN_5_17 = Population(
    "population/children-5-17", Text("Trẻ em và người chưa thành niên từ 5 đến 17 tuổi", "Children and minors aged 5 to 17"), _CHILDREN
)
CHILDREN_6_15 = Population("population/children-6-15", Text("Trẻ em từ 6 đến dưới 16 tuổi", "Children aged 6 to under 16"), _CHILDREN)
CHILDREN_IN_SPECIAL_CIRCUMSTANCES = Population(
    "population/children-in-special-circumstances", Text("Trẻ em có hoàn cảnh đặc biệt", "Children in special circumstances"), _CHILDREN
)
PARENTS = Population("population/parents", Text("Cha mẹ, người chăm sóc trẻ em", "Parents and caregivers"), _PEOPLE)
HOUSEHOLDS_WITH_CHILDREN = Population(
    "population/households-with-children", Text("Hộ gia đình có trẻ em", "Households with children"), Text("hộ", "households")
)

BASE_POPULATIONS = {
    item.key: item for item in (CHILDREN_UNDER_16, CHILDREN_5_17, CHILDREN_6_15, CHILDREN_IN_SPECIAL_CIRCUMSTANCES, PARENTS, HOUSEHOLDS_WITH_CHILDREN)
}
"""All of them by key, as plan files name them."""
