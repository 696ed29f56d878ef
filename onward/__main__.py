"""`python -m onward` is the command line `onward`."""

import sys

from onward.config.cli import main

sys.exit(main())
