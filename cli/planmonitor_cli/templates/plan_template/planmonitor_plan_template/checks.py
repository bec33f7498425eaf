"""What follows from the text of the sample plan and can be looked for in the figures."""

from collections.abc import Iterator

from planmonitor import Check, Finding, JudgedPlan, Text

# CHANGE: the keys of the figures you look at, as they stand in plans/*.toml.
SKILLS = "plan-template/children-instructed"
CASES = "plan-template/violence-cases"


# CHANGE: what your document lets you look for. Yield a finding, or nothing ("looked, nothing found").
def cases_left_blank(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find a plan whose children were counted and whose cases were not: no case at all is a figure too, 0."""
    for judged in judged_plan.with_definition(CASES):
        if judged.value is None:
            yield Finding(
                message=Text(
                    "Đã có số liệu về trẻ em được hướng dẫn nhưng chưa ghi số vụ bạo lực: nếu không có vụ nào, ghi số 0.",
                    "Children instructed are counted, but cases of violence are left blank: where there was none, record 0.",
                ),
                source=judged.measure.source,
                measures=(judged.id,),
            )


# CHANGE: `needs` names the figures without which the check cannot look; that they are wanting is then said by itself.
CHECKS = (
    Check(
        id="plan-template/cases-left-blank",
        severity="warning",
        title=Text("Số vụ bị bỏ trống", "Number of cases left blank"),
        look=cases_left_blank,
        needs=(SKILLS,),
    ),
)
