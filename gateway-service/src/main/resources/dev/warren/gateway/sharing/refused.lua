-- Discord has refused a request in a way that it counts.
-- KEYS: all refusals, and the cause's if it is shared. ARGV: the refusal's name, microseconds of the window, refusals kept of a cause, then numbers n
-- Returns how many there were in the window, then for each n how many microseconds ago the cause's n-th last was, -1 for none.
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local window = tonumber(ARGV[2])
for _, key in ipairs(KEYS) do
  redis.call('ZADD', key, string.format('%.0f', now), ARGV[1])
  redis.call('ZREMRANGEBYSCORE', key, '-inf', string.format('%.0f', now - window))
  redis.call('PEXPIRE', key, math.ceil(window / 1000))
end
local result = {redis.call('ZCARD', KEYS[1])}
if KEYS[2] then
  redis.call('ZREMRANGEBYRANK', KEYS[2], 0, -tonumber(ARGV[3]) - 1)
  for i = 4, #ARGV do
    local n = tonumber(ARGV[i])
    local found = redis.call('ZREVRANGE', KEYS[2], n - 1, n - 1, 'WITHSCORES')
    result[#result + 1] = found[2] and now - tonumber(found[2]) or -1
  end
end
return result
