using System.Globalization;
using HarfBuzzSharp;

namespace AbuseDesk.Notices.Pdf;

/// <summary>
/// Embedding levels for text whose paragraph runs left to right: 0 for its own direction, 1 for runs that read from
/// the right, 2 for numbers inside those. A part of UAX #9 that suffices for quoted content.
/// </summary>
internal static class Bidi
{
    private enum Kind
    {
        Left,
        Right,
        Number,
        Neutral,
    }

    public static byte[] Levels(string text)
    {
        var levels = new byte[text.Length];
        if (!text.Any(c => c >= '\u0590')) return levels;
        var kinds = Kinds(text);
        PairBrackets(text, kinds);
        var strong = Kind.Left;
        for (var i = 0; i < text.Length; i++)
        {
            if (kinds[i] is Kind.Left or Kind.Right) strong = kinds[i];
            levels[i] = (kinds[i], strong) switch
            {
                (Kind.Right, _) => 1,
                (Kind.Number, Kind.Right) => 2,
                (Kind.Neutral, Kind.Right) when NextIsRight(kinds, i) => 1,
                _ => 0,
            };
        }

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
                if (levels[start] < level) continue;
                var end = start;
                while (end < order.Length && levels[end] >= level) end++;
                Array.Reverse(order, start, end - start);
                start = end;
            }
        }

        return order;
    }

    /// <summary>Brackets around text that reads only from the right go with it.</summary>
    private static void PairBrackets(string text, Kind[] kinds)
    {
        const string opening = "([{";
        const string closing = ")]}";
        var open = new Stack<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (opening.Contains(text[i])) open.Push(i);
            if (!closing.Contains(text[i]) || open.Count == 0) continue;
            var start = open.Pop();
            if (opening[closing.IndexOf(text[i], StringComparison.Ordinal)] != text[start]) continue;
            var inside = kinds.AsSpan((start + 1)..i);
            if (inside.Contains(Kind.Right) && !inside.Contains(Kind.Left)) (kinds[start], kinds[i]) = (Kind.Right, Kind.Right);
        }
    }

    private static bool NextIsRight(Kind[] kinds, int index)
    {
        for (var i = index + 1; i < kinds.Length; i++)
            if (kinds[i] != Kind.Neutral) return kinds[i] is Kind.Right or Kind.Number;
        return false;
    }

    private static Kind[] Kinds(string text)
    {
        var kinds = new Kind[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            var pair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            kinds[i] = pair ? KindOf(char.ConvertToUtf32(text[i], text[i + 1])) : KindOf(text[i]);
            // a mark goes where its base goes
            if (!pair && i > 0 && IsMark(text[i])) kinds[i] = kinds[i - 1];
            if (pair) kinds[++i] = kinds[i - 1];
        }

        return kinds;
    }

    private static Kind KindOf(int codepoint)
    {
        var text = codepoint is >= 0xd800 and <= 0xdfff ? " " : char.ConvertFromUtf32(codepoint);
        if (char.IsDigit(text, 0)) return Kind.Number;
        if (!char.IsLetter(text, 0)) return Kind.Neutral;
        var script = UnicodeFunctions.Default.GetScript(codepoint);
        return script.HorizontalDirection == Direction.RightToLeft ? Kind.Right : Kind.Left;
    }

    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
