using System.Globalization;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace AbuseDesk.Web.SignIn;

/// <summary>What Identity asks of one account that is already read.</summary>
public sealed partial class StaffStore
{
    public Task<string> GetUserIdAsync(StaffAccount user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Id.ToString(CultureInfo.InvariantCulture));

    public Task<string?> GetUserNameAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Login);

    public Task<string?> GetNormalizedUserNameAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Login);

    public Task SetUserNameAsync(StaffAccount user, string? userName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetNormalizedUserNameAsync(StaffAccount user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> GetPasswordHashAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetPasswordHashAsync(StaffAccount user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;
        return Task.CompletedTask;
    }

    public Task<string?> GetSecurityStampAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task SetSecurityStampAsync(StaffAccount user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    public Task<int> GetAccessFailedCountAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(user.FailedSignIns);

    public Task ResetAccessFailedCountAsync(StaffAccount user, CancellationToken cancellationToken)
    {
        user.FailedSignIns = 0;
        return Task.CompletedTask;
    }

    public Task<bool> GetLockoutEnabledAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(StaffAccount user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(StaffAccount user, CancellationToken cancellationToken) =>
        Task.FromResult(user.LockedUntil?.ToDateTimeOffset());

    public Task SetLockoutEndDateAsync(StaffAccount user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken)
    {
        user.LockedUntil = lockoutEnd is { } end ? Instant.FromDateTimeOffset(end) : null;
        return Task.CompletedTask;
    }

    public Task<IList<string>> GetRolesAsync(StaffAccount user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<string>>([.. user.ToActor().Roles.Select(Words.Of)]);

    public Task<bool> IsInRoleAsync(StaffAccount user, string roleName, CancellationToken cancellationToken) =>
        Task.FromResult(Words.TryParse<Role>(roleName, out var role) && user.ToActor().Is(role));

    public Task AddToRoleAsync(StaffAccount user, string roleName, CancellationToken cancellationToken) => throw Elsewhere();

    public Task RemoveFromRoleAsync(StaffAccount user, string roleName, CancellationToken cancellationToken) => throw Elsewhere();

    public Task<IList<StaffAccount>> GetUsersInRoleAsync(string roleName, CancellationToken cancellationToken) => throw Elsewhere();

    public Task<IdentityResult> CreateAsync(StaffAccount user, CancellationToken cancellationToken) => throw Elsewhere();

    public Task<IdentityResult> DeleteAsync(StaffAccount user, CancellationToken cancellationToken) => throw Elsewhere();

    public void Dispose()
    {
    }

    private static NotSupportedException Elsewhere() => new("Staff are added and changed by the use cases of the desk.");
}
