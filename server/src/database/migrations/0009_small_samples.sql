-- While a table grows fast its statistics only have to be of the right order: a tenth of the usual sample costs a tenth of
-- the time, which the writing transaction waits for. The database's own schedule takes the usual one later.
alter function fact.analyse set default_statistics_target = 10;
