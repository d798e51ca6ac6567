-- Learns from an answer. KEYS: the bucket. ARGV: limit, remaining, microseconds until the reset, milliseconds to keep it,
-- requests of the caller that are under way besides
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local is = redis.call('HMGET', KEYS[1], 'remaining', 'reset', 'length')
local after = tonumber(ARGV[3])
local remaining = math.max(0, tonumber(ARGV[2]) - tonumber(ARGV[5]))
-- at Discord a new window may have begun already, of which what was taken from the old one takes nothing
if is[2] and tonumber(is[2]) > now and now + after - tonumber(is[2]) <= after / 2 then
  -- requests under way are taken off here already, but not yet at Discord when it answered
  remaining = math.min(tonumber(ARGV[2]), tonumber(is[1]))
end
redis.call('HSET', KEYS[1], 'limit', math.max(1, tonumber(ARGV[1])), 'remaining', remaining,
  'reset', string.format('%.0f', now + after), 'length', string.format('%.0f', math.max(after, tonumber(is[3] or 0))))
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return 0
