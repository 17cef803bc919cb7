using AbuseDesk.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AbuseDesk.Web.SignIn;

internal static class SignInServices
{
    public static void AddDeskSignIn(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<StaffStore>();
        services.AddSingleton<IPasswordHasher<StaffAccount>, StaffHasher>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<StaffSignIn>();
        services.AddSingleton<FactorSecrets>();
        services.AddSingleton<Pages.Me.SessionActs>();
        services.AddSingleton<Pages.Me.FactorActs>();
        services.AddIdentityCore<StaffAccount>(options =>
        {
            options.Lockout.MaxFailedAccessAttempts = SignInTries.Most;
            options.Lockout.DefaultLockoutTimeSpan = SignInTries.Lock.ToTimeSpan();
        }).AddUserManager<StaffManager>().AddSignInManager();
        services.AddScoped<IUserStore<StaffAccount>>(provider => provider.GetRequiredService<StaffStore>());
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, StaffCookie.Configure);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "abusedesk-form";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddDataProtection().SetApplicationName("AbuseDesk");
        services.AddSingleton<KeyRing>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = provider.GetRequiredService<KeyRing>()));
    }
}
