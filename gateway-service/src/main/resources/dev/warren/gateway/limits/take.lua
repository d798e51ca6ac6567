-- Takes from all buckets or from none, if they are as the caller knows them.
-- KEYS: what marks the event as passed, the cooldown's uses, the buckets
-- ARGV: now, how long the mark stands, uses in the cooldown (0 for none), its window; then of each bucket: known, next, kept. Times in ms.
if redis.call('EXISTS', KEYS[1]) == 1 then
  return {'again'}
end
local reply = {'other'}
local same = true
for bucket = 3, #KEYS do
  local state = redis.call('GET', KEYS[bucket]) or ''
  reply[#reply + 1] = state
  same = same and state == ARGV[5 + (bucket - 3) * 3]
end
if not same then
  return reply
end
local now = tonumber(ARGV[1])
local uses = tonumber(ARGV[3])
local window = tonumber(ARGV[4])
if uses > 0 then
  local earlier = redis.call('LINDEX', KEYS[2], uses - 1)
  if earlier and tonumber(earlier) + window > now then
    return {'cooldown', tostring(math.min(tonumber(earlier) + window - now, window))}
  end
  redis.call('LPUSH', KEYS[2], ARGV[1])
  redis.call('LTRIM', KEYS[2], 0, uses - 1)
  redis.call('PEXPIRE', KEYS[2], window + 60000)
end
for bucket = 3, #KEYS do
  local at = 5 + (bucket - 3) * 3
  redis.call('SET', KEYS[bucket], ARGV[at + 1], 'PX', ARGV[at + 2])
end
redis.call('SET', KEYS[1], '1', 'PX', ARGV[2])
return {'taken'}
