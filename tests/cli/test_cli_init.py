"""`monitor init` and `monitor` alone: what a newcomer meets first."""

import tomllib
import unicodedata

import pytest

VAN_SON = "child-labour/van-son-2026-2030"
CHILD_WORK = "child-work-2026/van-son"
THANH_TRI = "child-labour/thanh-tri-2021-2025"
NATIONAL = "child-labour/national-2021-2025"


@pytest.fixture
def init(monitor):
    """Return a runner of `monitor init` in the folder of the test."""
    return lambda *options, **settings: monitor("init", str(monitor.folder), *options, **settings)


def written(monitor):
    return tomllib.loads((monitor.folder / "monitor.toml").read_text(encoding="utf-8"))


def followed(monitor):
    return [plan["id"] for plan in monitor("plans", "list", "--format", "json").json]


def test_a_plan_brings_its_plugin_and_its_place(monitor, init):
    """`--plan` enables the plan's plugin, follows the plan and takes the place from it."""
    init("--plan", VAN_SON)
    assert written(monitor)["plugins"] == ["child_labour"]
    assert written(monitor)["place"] == "07621"
    assert followed(monitor) == [VAN_SON]


def test_a_new_workspace_has_a_sound_database(monitor, init):
    """A new workspace has an empty database that `status` reads and `db check` finds sound."""
    init("--plan", VAN_SON)
    assert (monitor.folder / "monitor.db").is_file()
    monitor("db", "check")
    assert monitor("status", "--format", "json").json["plans"][0]["counts"]["no_data"] == 10


def test_init_says_what_to_do_next(init):
    """The answer names the plan followed and the next command."""
    answer = init("--plan", VAN_SON)
    assert VAN_SON in answer.out
    assert "monitor status" in answer.out


def test_without_options_the_workspace_is_empty(monitor, init):
    """With no option nothing is enabled or followed, and the next step is named."""
    answer = init()
    assert written(monitor)["plugins"] == []
    assert "place" not in written(monitor)
    assert followed(monitor) == []
    assert "monitor plans list --all" in answer.out
    assert "monitor plans follow" in monitor("status").out


def test_the_present_folder_is_the_default(monitor, tmp_path):
    """Without a folder `monitor init` makes the present one a workspace."""
    monitor("init", "--plan", VAN_SON)
    assert (tmp_path / "monitor.toml").is_file()


def test_a_plugin_alone_is_enabled_and_follows_nothing(monitor, init):
    """`--plugin` enables the plugin; it follows no plan."""
    init("--plugin", "child_labour")
    assert written(monitor)["plugins"] == ["child_labour"]
    assert followed(monitor) == []


@pytest.mark.parametrize("named", ["07621", "7621", "xã Vân Sơn, tỉnh Bắc Ninh", "xã Vân Sơn, thành phố Bắc Ninh", "Xã vân sơn, Bắc Ninh"])
def test_a_place_follows_every_plan_of_its_own(monitor, init, named):
    """`--place`, by code or by name, follows the plans of that place and lists the generic ones on offer."""
    answer = init("--place", named)
    assert followed(monitor) == [VAN_SON, CHILD_WORK]
    assert written(monitor)["place"] == "07621"
    assert f"monitor plans follow {NATIONAL}" in answer.out
    assert "Place: xã Vân Sơn, thành phố Bắc Ninh (07621)" in answer.out


@pytest.mark.parametrize(
    ("named", "offered"), [("xã Vân Sơn, tỉnh Phú Thọ", False), ("xã Vân Sơm", True), ("xã Vân Sơm, tỉnh Bắc Ninh", True), (" ", False)]
)
def test_a_place_of_another_province_is_never_offered(monitor, init, named, offered):
    """Three communes are called Vân Sơn: a near miss is offered with its province, and none to whoever has named another province."""
    answer = init("--place", named, code=2)
    assert ("xã Vân Sơn, thành phố Bắc Ninh (07621)" in answer.err) == offered
    assert not monitor.folder.exists()


@pytest.mark.parametrize(
    ("lang", "line"), [("en", "Any place can follow the generic plans"), ("vi", "Địa phương nào cũng theo dõi được các kế hoạch chung")]
)
def test_a_place_without_a_plan_of_its_own_is_told_which_it_can_follow(monitor, init, lang, line):
    """No place of the same province is offered in its stead; the command that is printed works."""
    answer = init("--place", "xã Bát Tràng, thành phố Hà Nội", lang=lang, code=2)
    assert line in answer.err
    assert "Thanh Trì" not in answer.err
    assert "drowning/commune-2021-2030" in answer.err
    init("--place", "xã Bát Tràng, thành phố Hà Nội", "--plan", "drowning/commune-2021-2030")
    assert followed(monitor) == ["drowning/commune-2021-2030"]


@pytest.mark.parametrize("command", ["status", "deadlines", "check", "questions"])
def test_where_no_plan_is_followed_no_screen_says_that_nothing_is_owed_or_found(monitor, init, command):
    """It says what to do first."""
    init()
    said = monitor(command).out
    assert "No plan is followed yet. Next: monitor plans list --all, then monitor plans follow PLAN" in " ".join(said.split())


def test_a_bare_name_that_other_communes_bear_too_is_asked_about(monitor, init):
    """Rule 21: it is never answered with a place; all that bear it are named, and how to say which."""
    answer = init("--place", "xã Vân Sơn", code=2)
    assert "Several places are called 'xã Vân Sơn': phường Vân Sơn, tỉnh Sơn La (04033), xã Vân Sơn, tỉnh Phú Thọ (05152)" in answer.err
    assert "xã Vân Sơn, thành phố Bắc Ninh (07621)" in answer.err
    assert "Write the code, or the name with what it lies in" in answer.err
    assert not monitor.folder.exists()


def test_a_place_typed_with_decomposed_accents_is_the_same_place(monitor, init):
    """Accents typed as separate characters name the same place (domain.md, rule 23)."""
    init("--place", unicodedata.normalize("NFD", "xã  Vân Sơn, tỉnh  Bắc Ninh"))
    assert followed(monitor) == [VAN_SON, CHILD_WORK]


def test_a_place_beside_its_plan_must_agree(monitor, init):
    """`--place` beside `--plan` is taken where it is the plan's own place."""
    init("--plan", VAN_SON, "--place", "xã Vân Sơn")
    assert written(monitor)["place"] == "07621"


def test_a_place_that_contradicts_the_plan_is_wrong_use(monitor, init):
    """A place other than the plan's is refused, both are named, and no workspace is left behind."""
    answer = init("--plan", VAN_SON, "--place", "xã Đại Đồng, Bắc Ninh", code=2)
    assert "xã Vân Sơn, thành phố Bắc Ninh (07621)" in answer.err
    assert "xã Đại Đồng, thành phố Bắc Ninh (09340)" in answer.err
    assert not monitor.folder.exists()


def test_plans_of_two_places_are_wrong_use(monitor, init):
    """Plans of two places do not fit one workspace: both places are named and nothing is written."""
    answer = init("--plan", VAN_SON, "--plan", THANH_TRI, code=2)
    assert "xã Vân Sơn" in answer.err
    assert "huyện Thanh Trì" in answer.err
    assert not monitor.folder.exists()


def test_a_generic_plan_alone_leaves_the_place_open_and_says_so(monitor, init):
    """A plan for any place sets no place, and the output tells how to set it."""
    answer = init("--plan", NATIONAL)
    assert "place" not in written(monitor)
    assert "'place' in monitor.toml" in answer.out
    assert monitor("status", "--format", "json").json["place"] is None


def test_a_place_beside_a_generic_plan_becomes_the_place(monitor, init):
    """`--place` sets the place of a plan that names none."""
    init("--plan", NATIONAL, "--place", "xã Đại Đồng, Bắc Ninh")
    assert monitor("status", "--format", "json").json["place"] == "09340"


def test_a_generic_plan_takes_the_place_of_the_plan_beside_it(monitor, init):
    """A plan of a place and a generic one share the place of the first."""
    init("--plan", NATIONAL, "--plan", VAN_SON)
    assert written(monitor)["place"] == "07621"
    assert followed(monitor) == [VAN_SON, NATIONAL] or followed(monitor) == [NATIONAL, VAN_SON]


def test_an_existing_workspace_is_never_overwritten(monitor, init):
    """Where a monitor.toml exists already `init` is wrong use, and file and database stay as they are."""
    init("--plan", VAN_SON)
    before = {file.name: file.read_bytes() for file in monitor.folder.iterdir()}
    answer = init("--plan", THANH_TRI, code=2)
    assert "monitor.toml" in answer.err
    assert {file.name: file.read_bytes() for file in monitor.folder.iterdir()} == before


def test_the_language_of_init_becomes_that_of_the_workspace(monitor, init):
    """A workspace made in a language speaks it from then on."""
    init("--plan", VAN_SON, lang="vi")
    assert written(monitor)["language"] == "vi"


@pytest.mark.parametrize(
    ("options", "near"),
    [
        (("--plan", "child-labour/van-sn-2026-2030"), VAN_SON),
        (("--plugin", "child_labor"), "child_labour"),
        (("--place", "xã Vân Sn"), "xã Vân Sơn"),
    ],
)
def test_a_mistyped_name_is_wrong_use_and_the_right_one_is_offered(monitor, init, options, near):
    """An unknown plan, plugin or place ends with 2, names the nearest right one and writes nothing."""
    answer = init(*options, code=2)
    assert near in answer.err
    assert not monitor.folder.exists()


def test_monitor_alone_outside_a_workspace_names_the_first_command(monitor):
    """`monitor` alone, where there is no workspace, tells how to make one."""
    answer = monitor()
    assert "monitor init" in answer.out
    assert "monitor --help" in answer.out


def test_monitor_alone_in_a_workspace_says_what_comes_next(monitor, init):
    """`monitor` alone in a workspace counts the plans followed and names the next commands."""
    init("--plan", VAN_SON)
    answer = monitor()
    assert "It follows 1 plans." in answer.out
    assert "monitor status" in answer.out


def test_monitor_alone_in_an_empty_workspace_tells_how_to_follow_a_plan(monitor, init):
    """`monitor` alone where no plan is followed names the command that lists those on offer."""
    init()
    assert "monitor plans list --all" in monitor().out


def test_a_workspace_is_found_from_a_folder_inside_it(monitor, monkeypatch, capsys):
    """monitor.toml is looked for from the present folder upwards."""
    from planmonitor_cli.main import run

    monitor.follow(VAN_SON)
    inside = monitor.folder / "so-lieu" / "2026"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    capsys.readouterr()
    assert run(["plans", "list", "--format", "json"], monitor.now) == 0
    assert VAN_SON in capsys.readouterr().out


def test_the_environment_names_the_workspace(monitor, monkeypatch, capsys):
    """MONITOR_WORKSPACE names the folder where no option does."""
    from planmonitor_cli.main import run

    monitor.follow(VAN_SON)
    monkeypatch.setenv("MONITOR_WORKSPACE", str(monitor.folder))
    capsys.readouterr()
    assert run(["plans", "list", "--format", "json"], monitor.now) == 0
    assert VAN_SON in capsys.readouterr().out


def test_following_a_plan_of_another_place_is_wrong_use(van_son):
    """A workspace follows plans of one place only; the list stays as it was."""
    answer = van_son("plans", "follow", THANH_TRI, code=2)
    assert "huyện Thanh Trì" in answer.err
    assert followed(van_son) == [VAN_SON]


def test_enabling_a_plugin_follows_no_plan_and_prints_the_lines_that_would(monitor, init):
    """`plugins enable` prints the follow lines that fit the place, and follows nothing itself."""
    init()
    answer = monitor("plugins", "enable", "child_labour")
    assert f"monitor plans follow {VAN_SON}" in answer.out
    assert followed(monitor) == []
    monitor("plans", "follow", VAN_SON)
    assert followed(monitor) == [VAN_SON]


def test_following_a_plan_of_a_plugin_that_is_off_names_the_plugin(monitor, init):
    """A plan whose plugin is not enabled is refused with the command that enables it."""
    init()
    assert "monitor plugins enable child_labour" in monitor("plans", "follow", VAN_SON, code=2).err


def test_unfollowing_keeps_the_figures(van_son):
    """A plan unfollowed and followed again has its figures still."""
    van_son("record", "4a", "--period", "2026", "--numerator", "45", "--denominator", "50")
    van_son("plans", "unfollow", VAN_SON)
    assert followed(van_son) == []
    van_son("plans", "follow", VAN_SON)
    assert van_son.measure("4a")["value"]["numerator"] == 45


@pytest.mark.parametrize("typed", ["xa Van Son", "Vân Sơn", "van son", "XÃ VÂN SƠN, tỉnh Bắc Ninh"])
def test_a_place_typed_without_accents_or_its_kind_is_offered_in_full(monitor, typed):
    """It is asked which place is meant, never answered that there is none."""
    answer = monitor("init", str(monitor.folder), "--place", typed, code=None)
    assert (answer.code, "xã Vân Sơn, thành phố Bắc Ninh" in answer.err + answer.out or answer.code == 0) in {(2, True), (0, True)}


def test_a_workspace_of_another_place_than_its_plan_says_so(van_son):
    """monitor.toml was edited by hand: the plan's figures stand under its own place, and that is told with each view."""
    path = van_son.folder / "monitor.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('place = "07621"', 'place = "xã Vân Sơn, tỉnh Phú Thọ"'), encoding="utf-8")
    said = "belongs to xã Vân Sơn, thành phố Bắc Ninh (07621), this workspace to xã Vân Sơn, tỉnh Phú Thọ"
    assert said in " ".join(van_son("status").err.split())
