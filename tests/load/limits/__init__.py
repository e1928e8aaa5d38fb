"""The yardsticks: programs for one purpose, as short and as quick as can be, against asyncpg and aiokafka."""
