namespace AbuseDesk.Notices.Pdf;

/// <summary>Where a line may break besides at spaces. Words are never hyphenated, and hyphens in references hold.</summary>
internal static class BreakRules
{
    private const string Closing = "、。，．：；？！」』）】〉》〕］｝ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ”’)]}.,:;!?%";
    private const string Opening = "「『（【〈《〔［｛“‘([{";

    /// <summary>Between two clusters without a space: after a dash, between ideographs, and where the spelling of scripts without spaces shows a syllable's end.</summary>
    public static bool Between(string left, string right)
    {
        if (right.Length == 0) return false;
        if (left is "—" or "\u200b") return true;
        if (UnspacedScripts.MayBreak(left, right)) return true;
        if (!IsIdeographic(left) && !IsIdeographic(right)) return false;
        if (left == "\u00a0" || right == "\u00a0") return false;
        return !Opening.Contains(left[^1]) && !Closing.Contains(right[0]);
    }

    /// <summary>Where a word too long for its line is cut with the least harm: after the marks of a URL.</summary>
    public static bool IsUrlMark(char c) => c is '/' or '?' or '&' or '=' or '-' or '.' or '_' or '@';

    private static bool IsIdeographic(string cluster)
    {
        var c = char.ConvertToUtf32(char.IsSurrogate(cluster[0]) && cluster.Length < 2 ? " " : cluster, 0);
        return c is >= 0x2e80 and <= 0x9fff or >= 0xac00 and <= 0xd7ff or >= 0xf900 and <= 0xfaff
            or >= 0xff00 and <= 0xffef or >= 0x20000 and <= 0x3ffff;
    }
}
