"""`python -m onward.config.cli` is the command line `onward`."""

import sys

from onward.config.cli import main

sys.exit(main())
