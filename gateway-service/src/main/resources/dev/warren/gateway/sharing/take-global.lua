-- Takes one place of the limit over all requests. A place is free again a second after the answer, or after the patience and a second.
-- KEYS: under way, answered, what holds for all. ARGV: places, microseconds of patience, the place's name
-- Returns the microseconds to wait, 0 when the place is taken.
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local paused = tonumber(redis.call('HGET', KEYS[3], 'paused') or 0)
if paused > now then
  return paused - now
end
local late = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'WITHSCORES')
for i = 1, #late, 2 do
  redis.call('ZADD', KEYS[2], string.format('%.0f', tonumber(late[i + 1]) + 1000000), late[i])
  redis.call('ZREM', KEYS[1], late[i])
end
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
if redis.call('ZCARD', KEYS[1]) + redis.call('ZCARD', KEYS[2]) < tonumber(ARGV[1]) then
  redis.call('ZADD', KEYS[1], string.format('%.0f', now + tonumber(ARGV[2])), ARGV[3])
  redis.call('PEXPIRE', KEYS[1], 60000)
  return 0
end
local first = redis.call('ZRANGE', KEYS[2], 0, 0, 'WITHSCORES')
return first[2] and math.max(1, tonumber(first[2]) - now) or 1000000
