-- Takes places of Discord's limits.
-- KEYS: a bucket; or under way, answered and what holds for all requests; or the bucket before those three.
-- ARGV, but for a bucket alone: places in a second, microseconds of patience, the place's name
-- Returns 0 when everything is taken, else microseconds to wait: above 0 when nothing is taken, below 0 when the bucket's place is.
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]

local function bucket(key)
  local is = redis.call('HMGET', key, 'limit', 'remaining', 'reset', 'length', 'paused')
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
  redis.call('HSET', key, 'remaining', remaining - 1, 'reset', string.format('%.0f', reset))
  return 0
end

-- A place is free again a second after the answer, or after the patience and a second.
local function all(underWay, answered, everything)
  local paused = tonumber(redis.call('HGET', everything, 'paused') or 0)
  if paused > now then
    return paused - now
  end
  local late = redis.call('ZRANGEBYSCORE', underWay, '-inf', now, 'WITHSCORES')
  for i = 1, #late, 2 do
    redis.call('ZADD', answered, string.format('%.0f', tonumber(late[i + 1]) + 1000000), late[i])
    redis.call('ZREM', underWay, late[i])
  end
  redis.call('ZREMRANGEBYSCORE', answered, '-inf', now)
  if redis.call('ZCARD', underWay) + redis.call('ZCARD', answered) < tonumber(ARGV[1]) then
    redis.call('ZADD', underWay, string.format('%.0f', now + tonumber(ARGV[2])), ARGV[3])
    redis.call('PEXPIRE', underWay, 60000)
    return 0
  end
  local first = redis.call('ZRANGE', answered, 0, 0, 'WITHSCORES')
  return first[2] and math.max(1, tonumber(first[2]) - now) or 1000000
end

if #KEYS == 1 then
  return bucket(KEYS[1])
end
if #KEYS == 3 then
  return all(KEYS[1], KEYS[2], KEYS[3])
end
local wait = bucket(KEYS[1])
return wait > 0 and wait or -all(KEYS[2], KEYS[3], KEYS[4])
