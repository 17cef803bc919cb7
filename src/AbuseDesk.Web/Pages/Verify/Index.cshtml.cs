using AbuseDesk.Notices.Verify;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace AbuseDesk.Web.Pages.Verify;

/// <summary>
/// For whoever received a notice: whether it is genuine, by its code or its file. Anybody may ask, so nothing is told but
/// what the notice itself says on its first page, and nothing at all of what was not sent.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(VerifyLimit.Policy)]
[AtMost(LargestFile + LargestSeal + FormAround)]
[ResponseCache(NoStore = true)]
[AuditorsToo]
public sealed class IndexModel(VerifyNotice verify, VerifySeal verifySeal) : PageModel
{
    /// <summary>Bytes.</summary>
    public const long LargestFile = 25 * 1024 * 1024;

    /// <summary>Bytes of a seal.</summary>
    public const long LargestSeal = 256 * 1024;

    // field names, the token and the boundaries
    private const long FormAround = 16 * 1024;

    public string? Code { get; private set; }

    public SentNotice? Sent { get; private set; }

    /// <summary>Of the file that was given; null where the question was a code.</summary>
    public string? Sha256 { get; private set; }

    /// <summary>What the seal says that was given with the file; null where none was.</summary>
    public SealProof? Seal { get; private set; }

    /// <summary>True where a question was asked and could be read.</summary>
    public bool Answered { get; private set; }

    public string? CodeProblem { get; private set; }

    public string? FileProblem { get; private set; }

    public string? SealProblem { get; private set; }

    public async Task OnGetAsync(string? code)
    {
        if (string.IsNullOrWhiteSpace(code)) return;
        Code = Shown.Briefly(code);
        try
        {
            Code = TypedCode.Read(code);
            Sent = await verify.ByCodeAsync(Code, HttpContext.RequestAborted);
            Answered = true;
        }
        catch (DeskException wrong)
        {
            CodeProblem = wrong.Message;
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    public async Task OnPostAsync(IFormFile? file, IFormFile? seal)
    {
        if (file is null || file.Length is 0 or > LargestFile)
        {
            FileProblem = file?.Length > LargestFile
                ? "The file is larger than 25 MB, which no notice is; choose the PDF as you received it."
                : "No file is chosen; choose the PDF as you received it.";
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (seal?.Length > LargestSeal)
        {
            SealProblem = "The file is larger than 256 KB, which no seal is; choose the .p7s as you received it, or none.";
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await using var pdf = file.OpenReadStream();
        var proof = await verify.ByBytesAsync(pdf, HttpContext.RequestAborted);
        (Sha256, Sent, Answered) = (proof.Sha256, proof.Sent, true);
        if (seal?.Length > 0)
            Seal = await verifySeal.RunAsync(await BytesAsync(file), await BytesAsync(seal), [], withRecord: true);
    }

    private static async Task<byte[]> BytesAsync(IFormFile file)
    {
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
