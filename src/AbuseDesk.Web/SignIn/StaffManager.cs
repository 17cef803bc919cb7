using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AbuseDesk.Web.SignIn;

/// <summary>Identity's manager measures lockouts by the computer's clock; the desk has its own.</summary>
public sealed class StaffManager(
    StaffStore store, IOptions<IdentityOptions> options, IPasswordHasher<StaffAccount> hasher, IServiceProvider services, ILogger<StaffManager> logger)
    : UserManager<StaffAccount>(
        store, options, hasher, [], [], new LowerInvariantLookupNormalizer(), new IdentityErrorDescriber(), services, logger)
{
    private readonly TimeProvider clock = services.GetRequiredService<TimeProvider>();

    public override async Task<bool> IsLockedOutAsync(StaffAccount user) =>
        await store.GetLockoutEndDateAsync(user, CancellationToken) > clock.GetUtcNow();

    /// <summary>Where a code is asked for too, only that one ends the count: else each right password would allow new guesses at the code.</summary>
    public override async Task<IdentityResult> ResetAccessFailedCountAsync(StaffAccount user) =>
        user.SecondFactor ? IdentityResult.Success : await base.ResetAccessFailedCountAsync(user);

    public override async Task<IdentityResult> AccessFailedAsync(StaffAccount user)
    {
        var tries = await store.IncrementAccessFailedCountAsync(user, CancellationToken);
        if (tries < Options.Lockout.MaxFailedAccessAttempts) return IdentityResult.Success;
        await store.SetLockoutEndDateAsync(user, clock.GetUtcNow() + Options.Lockout.DefaultLockoutTimeSpan, CancellationToken);
        await store.ResetAccessFailedCountAsync(user, CancellationToken);
        return await store.UpdateAsync(user, CancellationToken);
    }
}

/// <summary>Logins are lower case.</summary>
internal sealed class LowerInvariantLookupNormalizer : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name?.Trim().ToLowerInvariant();

    public string? NormalizeEmail(string? email) => email;
}
