-- A request has been answered. KEYS: under way, answered. ARGV: the place's name
if redis.call('ZREM', KEYS[1], ARGV[1]) == 1 then
  local time = redis.call('TIME')
  redis.call('ZADD', KEYS[2], string.format('%.0f', time[1] * 1000000 + time[2] + 1000000), ARGV[1])
  redis.call('PEXPIRE', KEYS[2], 60000)
end
return 0
