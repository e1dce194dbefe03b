"""Tortoise's migrations, with the models of a state made only when one of them is looked at.

Tortoise keeps a state from before each operation and makes all models that hang together anew
after each: 27,000 classes for a database from nothing, more to undo it. An operation looks at one
model of one state, if at any. Here that one is made, and what it refers to; what is run is the
same.
"""

from collections.abc import Iterable
from typing import Any

from tortoise.migrations.autodetector import MigrationAutodetector
from tortoise.migrations.executor import MigrationExecutor
from tortoise.migrations.graph import MigrationKey
from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import DIRECT_RELATION_FIELDS
from tortoise.migrations.schema_generator.state import ModelState, State
from tortoise.migrations.schema_generator.state_apps import StateApps
from tortoise.models import Model

Described = dict[tuple[str, str], ModelState]


class Models(StateApps):
    """The models of a state that were looked at, and those they refer to."""

    def __init__(self, connections: dict[str, str], described: Described) -> None:
        super().__init__(connections)
        self._described = described

    def get_model(self, app_label: str, model_name: str | None = None) -> type[Model]:
        """The model, tied to what it refers to; nothing refers back that was not looked at."""
        key = (app_label, model_name) if model_name else self.split_reference(app_label)
        for label, name in self._reached(key):
            if name not in self.apps.get(label, {}):
                self.register_model(label, self._described[label, name].render(self))
        self._init_relations()
        self._build_initial_querysets()
        return super().get_model(*key)

    def _reached(self, key: tuple[str, str]) -> list[tuple[str, str]]:
        """This one, what it refers to, what that refers to, and so on."""
        reached = [key] if key in self._described else []
        for one in reached:
            for field in self._described[one].fields.values():
                if isinstance(field, DIRECT_RELATION_FIELDS):
                    other = self.split_reference(field.model_name)
                    if other in self._described and other not in reached:
                        reached.append(other)
        return reached


class LaterState(State):
    """A state of models that are made at the first look after a change."""

    def __init__(self, connections: dict[str, str], models: Described) -> None:
        self._connections = connections
        super().__init__(models, Models(connections, models))

    def clone(self) -> "LaterState":
        """The same fields, for another to change."""
        return LaterState(self._connections, {key: one.clone() for key, one in self.models.items()})

    def reload_models(self, model_tuples: Iterable[tuple[str, str]]) -> None:
        """Something changed, so what was made no longer counts."""
        self.apps = Models(self._connections, self.models)

    def reload_model(self, app_label: str, model_name: str) -> None:
        """This one changed."""
        self.reload_models([(app_label, model_name)])


class Executor(MigrationExecutor):
    """Applies and undoes migrations."""

    async def _project_state(
        self, applied: set[MigrationKey], *, upto: MigrationKey | None = None
    ) -> State:
        before, state = await self._projected(applied)
        return state if upto is None else before[upto]

    async def _project_state_cache(self, applied: set[MigrationKey]) -> dict[MigrationKey, State]:
        return (await self._projected(applied))[0]

    async def _projected(
        self, applied: set[MigrationKey]
    ) -> tuple[dict[MigrationKey, State], LaterState]:
        """What stood before each of the migrations, and what stands after all."""
        apps = self.loader.apps_config.items()
        connections = {label: app.get("default_connection", "default") for label, app in apps}
        state = LaterState(connections, {})
        before: dict[MigrationKey, State] = {}
        for key in self._full_plan():
            if key in applied:
                before[key] = state.clone()
                await _described(self.loader.graph.nodes[key], state)
        return before, state


class Autodetector(MigrationAutodetector):
    """Finds what the models say and no migration does."""

    async def _project_state(self) -> State:
        state = LaterState({}, {})
        for key in self._full_plan():
            await _described(self.loader.graph.nodes[key], state)
        return state


async def _described(migration: Any, state: State) -> None:
    """The state is as the migration leaves it; no database is asked."""
    assert isinstance(migration, Migration)
    await migration.apply(state, dry_run=True, schema_editor=None)
