namespace AbuseDesk.Cases;

/// <summary>Query parameters that say who clicked, not what is shown. Two links that differ only in them are one location.</summary>
public static class TrackingParameters
{
    private static readonly string[] Prefixes = ["utm_", "mtm_", "pk_", "hsa_"];

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "gclsrc", "gbraid", "wbraid", "dclid", "msclkid", "twclid", "ttclid", "li_fat_id", "yclid",
        "igshid", "igsh", "mc_cid", "mc_eid", "mkt_tok", "oly_anon_id", "oly_enc_id", "vero_id", "wickedid",
        "_hsenc", "_hsmi", "_ga", "_gl", "s_cid", "ml_subscriber", "ml_subscriber_hash", "rb_clickid", "epik",
    };

    /// <summary>The query without them; the others keep their order. Empty parameters go too.</summary>
    public static string Dropped(string query) =>
        string.Join('&', query.Split('&').Where(parameter => parameter.Length > 0 && !IsTracking(parameter)));

    private static bool IsTracking(string parameter)
    {
        var equals = parameter.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? parameter : parameter[..equals];
        return Names.Contains(name) || Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
    }
}
