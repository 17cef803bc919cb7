using System.Security.Cryptography;

namespace AbuseDesk.Web.Components;

/// <summary>The marks of the desk, from one file that is fetched once.</summary>
public sealed class Sprite(IWebHostEnvironment environment)
{
    private readonly string path = "/sprite.svg?v=" + Version(environment.WebRootFileProvider.GetFileInfo("sprite.svg"));

    /// <summary>A mark beside a word. It says nothing by itself: the word does.</summary>
    /// <param name="name">A symbol of sprite.svg.</param>
    public string Mark(string name) => $"""<svg class="m" aria-hidden="true"><use href="{path}#{name}"/></svg>""";

    private static string Version(Microsoft.Extensions.FileProviders.IFileInfo file)
    {
        using var stream = file.CreateReadStream();
        return Convert.ToHexStringLower(SHA256.HashData(stream))[..12];
    }
}
