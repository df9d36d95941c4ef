from __future__ import annotations

import pytest
from world import make_world

world = pytest.fixture(make_world, name="world")
