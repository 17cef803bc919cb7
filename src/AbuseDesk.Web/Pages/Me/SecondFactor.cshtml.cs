using AbuseDesk.Staff.SecondFactor;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace AbuseDesk.Web.Pages.Me;

[AuditorsToo]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SecondFactorModel(CurrentActor current, FactorActs acts, FactorSecrets secrets, DeskSettings settings) : DeskPage(current)
{
    private string secret = "";

    /// <summary>Null while I have none.</summary>
    public AddedFactor? Added { get; private set; }

    /// <summary>Whether one of my roles asks for it.</summary>
    public bool Required => settings.SecondFactor.Any(Actor.Is);

    /// <summary>Those that were just made; no other page shows them.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>The secret on its way from the page to the form, so that nothing is kept of one that was never confirmed.</summary>
    public string Kept { get; private set; } = "";

    public QrModules Qr { get; private set; } = null!;

    public string QrPath => string.Concat(Qr.Dark.Select(module => $"M{module.Column} {module.Row}h1v1h-1z"));

    public string SecretInFours => string.Join(' ', secret.Chunk(4).Select(four => new string(four)));

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    // no redirect: the recovery codes must be shown by this answer, and by no other
    public async Task<IActionResult> OnPostAddAsync(string? kept, string? code)
    {
        try
        {
            Kept = kept ?? "";
            Codes = await acts.Add.RunAsync(Actor, secrets.Open(Kept), Kept, code ?? "", HttpContext.RequestAborted);
            return await ShowAsync();
        }
        catch (DeskException wrong)
        {
            return await FailAsync("add", wrong);
        }
    }

    public Task<IActionResult> OnPostTakeAsync(string? code) => ActAsync("take", async () =>
    {
        await acts.Check.RunAsync(Actor.Login, code ?? "", secrets.Open, HttpContext.RequestAborted);
        await acts.Take.RunAsync(Actor, Actor.Login, HttpContext.RequestAborted);
        return "/sign-in";
    });

    protected override async Task<IActionResult> ShowAsync()
    {
        Added = await acts.Find.RunAsync(Actor.Login, HttpContext.RequestAborted);
        if (Added is not null) return Page();
        secret = Problem is null || Kept.Length == 0 ? Totp.NewSecret() : SecretAgain();
        Kept = secrets.Protect(secret);
        Qr = QrModules.Of(Totp.Address(secret, Actor.Login));
        return Page();
    }

    // a wrong code is typed again for the secret that was scanned already
    private string SecretAgain()
    {
        try
        {
            return secrets.Open(Kept);
        }
        catch (DeskException)
        {
            return Totp.NewSecret();
        }
    }
}

/// <summary>What people can do about their second factor.</summary>
public sealed record FactorActs(FindSecondFactor Find, AddSecondFactor Add, TakeSecondFactor Take, CheckSecondFactor Check);
