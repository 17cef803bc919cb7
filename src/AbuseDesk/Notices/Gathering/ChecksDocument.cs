using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace AbuseDesk.Notices.Gathering;

/// <summary>
/// The record of a case's checks as a file, so that a notice can cite it by hash: CSV, one line a look, instants in UTC. The customer may have a copy, so it names nobody.
/// The same checks give the same bytes.
/// </summary>
public sealed record ChecksDocument(byte[] Bytes, int Count, Instant LastCheck)
{
    public const string MediaType = "text/csv";

    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <summary>Null where nothing was checked. <see cref="Count"/> counts the instants at which items were looked at.</summary>
    public static ChecksDocument? Of(CaseFile file)
    {
        if (file.Checks.Count == 0)
            return null;
        var text = new StringBuilder("case,item,url,checked_at_utc,outcome\n");
        var urls = file.Items.ToDictionary(item => item.Id, item => item.Url);
        foreach (var check in file.Checks)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"{file.Case.Ref},{check.Number},\"{urls.GetValueOrDefault(check.ItemId, "").Replace("\"", "\"\"", StringComparison.Ordinal)}\",{check.CheckedAt},{check.Outcome}\n");
        }

        return new ChecksDocument(
            Encoding.UTF8.GetBytes(text.ToString()),
            file.Checks.Select(check => check.CheckedAt).Distinct().Count(),
            file.Checks[^1].CheckedAt);
    }
}
