-- What a person does with `gainsay lsp` in Neovim, step by step. tests/editors/neovim.sh runs it.
-- Arguments: the program, and an empty folder to work in.

local program, folder = vim.fn.exepath(arg[1]), vim.uv.fs_realpath(arg[2])
local PATIENCE = 20000

local function fail(what)
  io.stderr:write('FAILED: ' .. what .. '\n')
  os.exit(1)
end

local function step(what)
  io.stdout:write(what .. '\n')
end

-- Waits until something holds; says what did not.
local function wait(what, holds)
  if not vim.wait(PATIENCE, holds, 10) then
    fail(what .. '; the diagnostics are ' .. vim.inspect(vim.tbl_map(function(d)
      return d.message
    end, vim.diagnostic.get())))
  end
end

local function write(name, text)
  local path = vim.fs.joinpath(folder, name)
  vim.fn.mkdir(vim.fs.dirname(path), 'p')
  local file = assert(io.open(path, 'w'))
  file:write(text)
  file:close()
  return path
end

local function article(killed, more)
  return '---\nsource: Post\npublished: 2025-08-12\n---\n\nCafé guests were 🙂 there. A fire on the ferry Jadran killed '
    .. killed .. ' people off Split in Croatia on Monday, police said.' .. (more or '') .. '\n'
end

local SETTINGS = '[check]\nagainst = ["the archive"]\n'
local old = write('the archive/old.md', article('nine'))
local settings = write('gainsay.toml', SETTINGS)
local draft = write('draft.md', article('ten'))

-- What the server shows is kept here instead of on a screen that nobody sees.
local shown = {}
vim.lsp.handlers['window/showMessage'] = function(_, message)
  table.insert(shown, message.message)
  return vim.NIL
end
vim.notify = function(message)
  table.insert(shown, message)
end

local function start(buffer)
  return vim.lsp.start({ name = 'gainsay', cmd = { program, 'lsp' }, root_dir = folder }, { bufnr = buffer })
end

vim.cmd.edit(vim.fn.fnameescape(draft))
local buffer = vim.api.nvim_get_current_buf()
local client = assert(vim.lsp.get_client_by_id(start(buffer)), 'the server does not start')

local function found(in_buffer)
  return vim.diagnostic.get(in_buffer or buffer)
end

local function count(n)
  return function()
    return #found() == n
  end
end

-- Puts other words in the place of some, as typing does; nothing is saved.
local function replace(from, to)
  local lines = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
  for row, line in ipairs(lines) do
    local first, last = line:find(from, 1, true)
    if first then
      vim.api.nvim_buf_set_text(buffer, row - 1, first - 1, row - 1, last, { to })
      return
    end
  end
  fail('there is no "' .. from .. '" in the draft')
end

local function cursor_on(word)
  for row, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local first = line:find(word, 1, true)
    if first then
      vim.api.nvim_set_current_buf(buffer)
      vim.api.nvim_win_set_cursor(0, { row, first - 1 })
      return
    end
  end
  fail('there is no "' .. word .. '" in the draft')
end

-- Chooses a code action by its title, as from the menu.
local function act(title, word)
  cursor_on(word)
  local seen = {}
  vim.lsp.buf.code_action({
    apply = true,
    filter = function(action)
      table.insert(seen, action.title)
      return action.title:find(title, 1, true) ~= nil
    end,
  })
  wait('"' .. title .. '" is offered', function()
    return #seen > 0
  end)
  if not vim.iter(seen):any(function(offered)
    return offered:find(title, 1, true) ~= nil
  end) then
    fail('"' .. title .. '" is not among ' .. vim.inspect(seen))
  end
end

local function save(in_buffer)
  vim.api.nvim_buf_call(in_buffer, function()
    vim.cmd('silent write!')
  end)
end

wait('a draft that contradicts the archive has one finding', count(1))
local first = found()[1]
local line = vim.api.nvim_buf_get_lines(buffer, first.lnum, first.lnum + 1, false)[1]
if line:sub(first.col + 1, first.end_col) ~= 'killed ten people' then
  fail('the finding is on "' .. line:sub(first.col + 1, first.end_col) .. '"')
end
step('a finding stands on its words')

replace('ten', 'nine')
wait('what is mended is taken back, unsaved', count(0))
replace('nine', 'twelve')
wait('what is broken is found, unsaved', count(1))
step('findings follow what is typed')

cursor_on('twelve')
local hover = client:request_sync('textDocument/hover', vim.lsp.util.make_position_params(0, client.offset_encoding), PATIENCE, buffer)
local text = vim.tbl_get(hover or {}, 'result', 'contents', 'value') or ''
if not (text:find('twelve', 1, true) and text:find('nine', 1, true) and text:find('toll', 1, true)) then
  fail('the hover says ' .. vim.inspect(hover))
end
vim.lsp.buf.hover()
wait('the hover opens a window', function()
  return #vim.api.nvim_list_wins() > 1
end)
vim.cmd('silent! fclose!')
for _, window in ipairs(vim.api.nvim_list_wins()) do
  if vim.api.nvim_win_get_config(window).relative ~= '' then
    vim.api.nvim_win_close(window, true)
  end
end
step('the hover shows both passages')

act('Explain “toll”', 'twelve')
wait('the explanation is shown', function()
  return vim.iter(shown):any(function(message)
    return message:find('toll finds', 1, true) ~= nil
  end)
end)
step('a finding is explained')

act('Open old.md, line 6', 'twelve')
wait('the other article opens', function()
  return vim.api.nvim_buf_get_name(0) == old
end)
local row, column = unpack(vim.api.nvim_win_get_cursor(0))
local there = vim.api.nvim_get_current_line():sub(column + 1)
if row ~= 6 or not vim.startswith(there, 'killed nine people') then
  fail('the cursor stands at line ' .. row .. ', before "' .. there .. '"')
end
vim.api.nvim_set_current_buf(buffer)
step('the other article opens at its passage')

act('Ignore “toll” in this paragraph', 'twelve')
wait('the comment takes the finding away', count(0))
vim.api.nvim_buf_call(buffer, function()
  vim.cmd('silent undo')
end)
wait('without the comment the finding is back', count(1))
step('a comment takes a finding away')

act('Ignore this finding in gainsay.toml', 'twelve')
local written = vim.fn.bufadd(settings)
wait('the settings are edited', function()
  return vim.api.nvim_buf_is_loaded(written) and vim.bo[written].modified
end)
save(written)
-- Where the client neither watches files nor shows this one to the server, saving the draft is enough.
save(buffer)
wait('the settings take the finding away', count(0))
step('the settings take a finding away')

-- A server may have the settings open as well: then it is told as soon as they are saved.
start(written)
vim.api.nvim_buf_set_lines(written, 0, -1, false, vim.split(SETTINGS .. '[rules]\ntol = "off"', '\n'))
save(written)
wait('the finding is back', count(1))
wait('a mistake in the settings is shown in them', function()
  return vim.iter(found(written)):any(function(d)
    return d.code == 'config/unknown-rule' and d.lnum == 3
  end)
end)
vim.api.nvim_buf_set_lines(written, 0, -1, false, vim.split(SETTINGS .. '[rules]\ntoll = "off"', '\n'))
save(written)
wait('a rule is turned off', function()
  return #vim.iter(found()):filter(function(d)
    return d.code == 'toll'
  end):totable() == 0
end)
wait('the mistake is taken back', function()
  return #found(written) == 0
end)
step('settings count when they are saved')

vim.api.nvim_buf_delete(written, { force = true })
vim.fn.delete(settings)
save(buffer)
wait('without settings the draft is held against its neighbours', count(1))
act('Ignore this finding in gainsay.toml', 'twelve')
written = vim.fn.bufadd(settings)
wait('the settings are made', function()
  return vim.api.nvim_buf_is_loaded(written) and vim.api.nvim_buf_get_lines(written, 0, 1, false)[1] == '[[ignore]]'
end)
save(written)
save(buffer)
wait('settings that an action made take the finding away', count(0))
vim.fn.delete(settings)
step('settings are made where there were none')

local function stop(which)
  which:stop()
  wait('the server ends', function()
    return which:is_stopped() and not vim.lsp.get_client_by_id(which.id)
  end)
end

stop(client)
wait('the findings go with the server', count(0))
local code
client = assert(vim.lsp.get_client_by_id(vim.lsp.start({
  name = 'gainsay',
  cmd = { program, 'lsp' },
  root_dir = folder,
  init_options = { minConfidence = 0.99 },
  on_exit = function(exit)
    code = exit
  end,
}, { bufnr = buffer })), 'the server does not start again')
local told = 0
local publish = vim.lsp.handlers['textDocument/publishDiagnostics']
vim.lsp.handlers['textDocument/publishDiagnostics'] = function(...)
  told = told + 1
  return publish(...)
end
wait('a server is told of the draft again', function()
  return told > 0
end)
if #found() ~= 0 then
  fail('minConfidence is not heeded')
end
client:notify('workspace/didChangeConfiguration', { settings = { gainsay = { minConfidence = 0.1 } } })
wait('other settings of the editor count at once', count(1))
stop(client)
wait('the server leaves with exit code 0', function()
  return code == 0
end)
step('a server restarts, and quits cleanly')
os.exit(0)
