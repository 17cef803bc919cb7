namespace AbuseDesk.Notices.Pdf;

/// <summary>Characters of one embedding level, in reading order: the rules W1 to I2 of UAX #9.</summary>
internal sealed class BidiRun(byte level)
{
    private readonly List<int> _places = [];
    private readonly List<BidiKind> _kinds = [];
    private readonly List<char> _characters = [];

    private BidiKind Base => (level & 1) == 1 ? BidiKind.Right : BidiKind.Left;

    public void Add(int place, BidiKind kind, char character)
    {
        _places.Add(place);
        // a mark goes where its base goes
        _kinds.Add(kind != BidiKind.Mark ? kind : _kinds.Count > 0 ? _kinds[^1] : Base);
        _characters.Add(character);
    }

    public void Settle(byte[] levels)
    {
        NumbersAfterArabic();
        Separators();
        Units();
        NumbersAfterLatin();
        Brackets();
        Neutrals();
        for (var i = 0; i < _kinds.Count; i++) levels[_places[i]] = (byte)(level + Raise(_kinds[i]));
    }

    private int Raise(BidiKind kind) => kind switch
    {
        BidiKind.Left => level & 1,
        BidiKind.Right => 1 - (level & 1),
        _ => 2 - (level & 1),
    };

    private void NumbersAfterArabic()
    {
        var strong = Base;
        for (var i = 0; i < _kinds.Count; i++)
        {
            if (_kinds[i] is BidiKind.Left or BidiKind.Right or BidiKind.ArabicLetter) strong = _kinds[i];
            if (_kinds[i] == BidiKind.Number && strong == BidiKind.ArabicLetter) _kinds[i] = BidiKind.ArabicNumber;
        }

        for (var i = 0; i < _kinds.Count; i++)
            if (_kinds[i] == BidiKind.ArabicLetter) _kinds[i] = BidiKind.Right;
    }

    private void Separators()
    {
        for (var i = 1; i < _kinds.Count - 1; i++)
        {
            var (before, after) = (_kinds[i - 1], _kinds[i + 1]);
            if (before != after) continue;
            if ((before == BidiKind.Number && _kinds[i] is BidiKind.NumberSign or BidiKind.NumberSeparator)
                || (before == BidiKind.ArabicNumber && _kinds[i] == BidiKind.NumberSeparator))
                _kinds[i] = before;
        }
    }

    private void Units()
    {
        for (var start = 0; start < _kinds.Count; start++)
        {
            if (_kinds[start] != BidiKind.NumberUnit) continue;
            var end = start;
            while (end < _kinds.Count && _kinds[end] == BidiKind.NumberUnit) end++;
            var beside = (start > 0 && _kinds[start - 1] == BidiKind.Number) || (end < _kinds.Count && _kinds[end] == BidiKind.Number);
            for (; start < end; start++) _kinds[start] = beside ? BidiKind.Number : BidiKind.Neutral;
        }

        for (var i = 0; i < _kinds.Count; i++)
            if (_kinds[i] is BidiKind.NumberSign or BidiKind.NumberSeparator) _kinds[i] = BidiKind.Neutral;
    }

    private void NumbersAfterLatin()
    {
        var strong = Base;
        for (var i = 0; i < _kinds.Count; i++)
        {
            if (_kinds[i] is BidiKind.Left or BidiKind.Right) strong = _kinds[i];
            if (_kinds[i] == BidiKind.Number && strong == BidiKind.Left) _kinds[i] = BidiKind.Left;
        }
    }

    /// <summary>Both brackets of a pair go with what stands between them.</summary>
    private void Brackets()
    {
        const string opening = "([{";
        const string closing = ")]}";
        var open = new Stack<int>();
        var pairs = new List<(int Open, int Close)>();
        for (var i = 0; i < _characters.Count; i++)
        {
            if (_kinds[i] != BidiKind.Neutral) continue;
            if (opening.Contains(_characters[i])) open.Push(i);
            var closes = closing.IndexOf(_characters[i], StringComparison.Ordinal);
            if (closes < 0 || !open.Any(start => _characters[start] == opening[closes])) continue;
            while (_characters[open.Peek()] != opening[closes]) _ = open.Pop();
            pairs.Add((open.Pop(), i));
        }

        foreach (var (start, end) in pairs.OrderBy(pair => pair.Open))
            if (Between(start, end) is { } kind) (_kinds[start], _kinds[end]) = (kind, kind);
    }

    private BidiKind? Between(int start, int end)
    {
        var other = false;
        for (var i = start + 1; i < end; i++)
        {
            if (Strong(_kinds[i]) is not { } strong) continue;
            if (strong == Base) return Base;
            other = true;
        }

        return other ? Before(start) : null;
    }

    private BidiKind Before(int index)
    {
        for (var i = index - 1; i >= 0; i--)
            if (Strong(_kinds[i]) is { } strong) return strong;
        return Base;
    }

    private void Neutrals()
    {
        for (var start = 0; start < _kinds.Count; start++)
        {
            if (_kinds[start] != BidiKind.Neutral) continue;
            var end = start;
            while (end < _kinds.Count && _kinds[end] == BidiKind.Neutral) end++;
            var before = Before(start);
            var after = end < _kinds.Count ? Strong(_kinds[end]) ?? Base : Base;
            for (; start < end; start++) _kinds[start] = before == after ? before : Base;
        }
    }

    /// <summary>Numbers count as read from the right; null for what has no direction.</summary>
    private static BidiKind? Strong(BidiKind kind) => kind switch
    {
        BidiKind.Left => BidiKind.Left,
        BidiKind.Right or BidiKind.Number or BidiKind.ArabicNumber => BidiKind.Right,
        _ => null,
    };
}
