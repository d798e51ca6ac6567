-- Lets nothing pass for a while. KEYS: the bucket, or what holds for all. ARGV: microseconds, milliseconds to keep it
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
redis.call('HSET', KEYS[1], 'paused', string.format('%.0f', now + tonumber(ARGV[1])))
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 0
