-- What writing earns is posted as it is read; the ledger itself knows what was paid.
DROP TABLE active_window;
