-- Takes one place of a bucket. KEYS: the bucket. Returns the microseconds to wait, 0 when the place is taken.
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local is = redis.call('HMGET', KEYS[1], 'limit', 'remaining', 'reset', 'length', 'paused')
local paused = tonumber(is[5] or 0)
if paused > now then
  return paused - now
end
local limit = tonumber(is[1] or 0)
if limit == 0 then
  return 0
end
local remaining = tonumber(is[2])
local reset = tonumber(is[3])
if reset <= now then
  -- the next window begins with this request; the answer will say exactly when it ends
  remaining = limit
  reset = now + tonumber(is[4])
end
if remaining < 1 then
  return math.max(1, reset - now)
end
redis.call('HSET', KEYS[1], 'remaining', remaining - 1, 'reset', string.format('%.0f', reset))
return 0
