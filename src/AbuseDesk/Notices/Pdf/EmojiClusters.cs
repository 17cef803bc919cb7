namespace AbuseDesk.Notices.Pdf;

/// <summary>Emoji stand in many text fonts as outlines and in one as pictures; a cluster says which is meant.</summary>
internal static class EmojiClusters
{
    private const char TextWanted = '\ufe0e';
    private const char PictureWanted = '\ufe0f';

    /// <summary>The first code point that is an emoji by default.</summary>
    private const int FirstPicture = 0x1f000;
    private const int LastPicture = 0x1faff;

    public static bool AsksForPicture(string cluster)
    {
        if (cluster.Length < 2 || cluster.Contains(TextWanted)) return false;
        if (cluster.Contains(PictureWanted)) return true;
        return char.IsHighSurrogate(cluster[0]) && char.IsLowSurrogate(cluster[1])
            && char.ConvertToUtf32(cluster[0], cluster[1]) is >= FirstPicture and <= LastPicture;
    }
}
