from reader.__main__ import main

raise SystemExit(main())
