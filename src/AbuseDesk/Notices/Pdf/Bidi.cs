using System.Text;

namespace AbuseDesk.Notices.Pdf;

/// <summary>
/// Embedding levels (UAX #9) for text whose paragraph runs left to right. Every fact that reads from the right stands
/// between <see cref="Isolate"/> and <see cref="EndOfIsolate"/>, so that it never turns the words around it; other
/// controls of direction were taken out before.
/// </summary>
internal static class Bidi
{
    public const char Isolate = '\u2068';
    public const char EndOfIsolate = '\u2069';

    /// <summary>Deeper isolates than this are read with the one around them.</summary>
    private const int Deepest = 60;

    public static byte[] Levels(string text)
    {
        var levels = new byte[text.Length];
        if (BidiKinds.AnyFromRight(text)) Resolve(text, 0, text.Length, 0, levels);
        return levels;
    }

    /// <summary>The order in which items of these levels stand on the line, from the left.</summary>
    public static int[] VisualOrder(IReadOnlyList<byte> levels)
    {
        var order = Enumerable.Range(0, levels.Count).ToArray();
        for (var level = levels.Count == 0 ? 0 : levels.Max(); level >= 1; level--)
        {
            for (var start = 0; start < order.Length; start++)
            {
                if (levels[order[start]] < level) continue;
                var end = start;
                while (end < order.Length && levels[order[end]] >= level) end++;
                Array.Reverse(order, start, end - start);
                start = end;
            }
        }

        return order;
    }

    private static void Resolve(string text, int from, int to, byte level, byte[] levels)
    {
        var run = new BidiRun(level);
        for (var i = from; i < to; i++)
        {
            if (text[i] == Isolate && level < Deepest)
            {
                var end = EndOf(text, i, to);
                Resolve(text, i + 1, end, Inner(text, i + 1, end, level), levels);
                run.Add(i, BidiKind.Neutral, text[i]);
                if (end < to) run.Add(end, BidiKind.Neutral, text[end]);
                i = end;
                continue;
            }

            var rune = Rune.TryGetRuneAt(text, i, out var read) ? read : Rune.ReplacementChar;
            var kind = BidiKinds.Of(rune);
            if (kind == BidiKind.LineEnd)
            {
                run.Settle(levels);
                run = new BidiRun(level);
                continue;
            }

            run.Add(i, kind, text[i]);
            if (rune.IsBmp) continue;
            // the second half of a pair goes where the first goes
            run.Add(++i, BidiKind.Mark, '\0');
        }

        run.Settle(levels);
    }

    private static int EndOf(string text, int start, int to)
    {
        var depth = 0;
        for (var i = start; i < to; i++)
        {
            if (text[i] == Isolate) depth++;
            else if (text[i] == EndOfIsolate && --depth == 0) return i;
        }

        return to;
    }

    /// <summary>The first letter of an isolate says how it reads.</summary>
    private static byte Inner(string text, int from, int to, byte level)
    {
        foreach (var rune in text.AsSpan(from, to - from).EnumerateRunes())
        {
            var kind = BidiKinds.Of(rune);
            if (kind is BidiKind.Right or BidiKind.ArabicLetter) return (byte)((level + 1) | 1);
            if (kind == BidiKind.Left) break;
        }

        return (byte)((level + 2) & ~1);
    }
}
