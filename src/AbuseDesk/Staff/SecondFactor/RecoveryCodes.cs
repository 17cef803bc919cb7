using System.Security.Cryptography;
using System.Text;
using AbuseDesk.Database;

namespace AbuseDesk.Staff.SecondFactor;

/// <summary>Codes for the day on which the authenticator is lost; each opens once.</summary>
internal static class RecoveryCodes
{
    public const int Number = 10;

    // 50 random bits each: nobody finds them from their hash
    private const string Signs = "abcdefghjkmnpqrstuvwxyz23456789+";

    /// <summary>Takes the place of all that the person had.</summary>
    public static async Task<IReadOnlyList<string>> MakeAsync(DeskTransaction tx, long staffId)
    {
        await tx.ExecuteAsync("delete from recovery_codes where staff_id = @staffId", new { staffId });
        var codes = Enumerable.Range(0, Number)
            .Select(_ => $"{RandomNumberGenerator.GetString(Signs, 5)}-{RandomNumberGenerator.GetString(Signs, 5)}").ToList();
        foreach (var code in codes)
            await tx.ExecuteAsync("insert into recovery_codes (staff_id, code_hash) values (@staffId, @hash)", new { staffId, hash = Hash(code) });
        return codes;
    }

    /// <returns>False where it is none of theirs, or was used before.</returns>
    public static async Task<bool> UseAsync(DeskTransaction tx, long staffId, string code) =>
        await tx.ExecuteAsync(
            "update recovery_codes set used_at = @Now where staff_id = @staffId and code_hash = @hash and used_at is null",
            new { tx.Now, staffId, hash = Hash(code) }) == 1;

    private static string Hash(string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code.Trim().ToLowerInvariant().Replace("-", "", StringComparison.Ordinal))));
}
