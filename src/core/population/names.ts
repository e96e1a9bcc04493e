// Names for the members of a population: given names and surnames of many countries, each drawn by itself.
import { pick } from "../random.ts";

const GIVEN_NAMES =
  "Abena Agnes Amara Anselm Arjun Astrid Beatriz Bram Callum Carmen Chidi Daria Dilan Edith Elif Emeka Esther Farid Freya Goran Hanna Haruki Ilse Imran Ines Isak Jamila Joao Kamala Karel Keiko Lars Leila Lucia Malik Marta Mateo Mei Mina Naomi Nikhil Noor Olga Omar Oskar Paloma Petra Quentin Rafael Rania Rosa Sanne Selma Simon Soraya Stellan Tariq Thea Tomoko Ursula Viktor Wanjiru Yusuf Zofia".split(
    " ",
  );

const SURNAMES =
  "Abara Almeida Andersen Arslan Banerjee Barros Becker Bianchi Brennan Castro Chopra Costa Dahl Diallo Dumas Eriksen Farouk Ferreira Fischer Gallo Grant Haddad Hansen Horvat Hughes Ibrahim Ishikawa Jansen Jovanovic Kamau Keller Khan Kowalski Laine Lange Larsen Lopes Marino Mensah Meyer Mori Murphy Nair Navarro Novak Nowak Okafor Olsen Ortiz Park Pereira Quist Rahman Ricci Rossi Sato Schmid Silva Sorensen Tanaka Vargas Weber Yilmaz Zeman".split(
    " ",
  );

/** A given name and a surname. Two members may have the same. @param key of the member */
export const drawName = (key: number): string =>
  `${pick(key, "given name", GIVEN_NAMES)} ${pick(key, "surname", SURNAMES)}`;
