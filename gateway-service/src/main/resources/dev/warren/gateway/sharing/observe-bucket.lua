-- Learns from an answer. KEYS: the bucket. ARGV: limit, remaining, microseconds until the reset, milliseconds to keep it
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local is = redis.call('HMGET', KEYS[1], 'remaining', 'reset', 'length')
local remaining = tonumber(ARGV[2])
if is[2] and tonumber(is[2]) > now then
  -- requests under way are taken off here already, but not yet at Discord when it answered
  remaining = math.min(remaining, tonumber(is[1]))
end
local after = tonumber(ARGV[3])
redis.call('HSET', KEYS[1], 'limit', math.max(1, tonumber(ARGV[1])), 'remaining', remaining,
  'reset', string.format('%.0f', now + after), 'length', string.format('%.0f', math.max(after, tonumber(is[3] or 0))))
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return 0
